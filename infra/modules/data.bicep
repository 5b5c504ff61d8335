// The reports. Reached with identities alone: the account's keys are switched off, so that none can leak.
param location string
param tags object
param name string
param redundancy string
param appId string
param operatorId string
param operatorType string

var blobDataContributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe')
var tableDataContributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3')

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
  }
}

resource service 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2023-05-01' = {
  parent: service
  name: 'phuluc'
}

resource appWrites 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: table
  name: guid(table.id, appId, tableDataContributor)
  properties: { principalId: appId, principalType: 'ServicePrincipal', roleDefinitionId: tableDataContributor }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
}

// Workbooks as they were sent.
resource workbooks 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: blobs
  name: 'phuluc'
  properties: { publicAccess: 'None' }
}

resource appKeeps 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: workbooks
  name: guid(workbooks.id, appId, blobDataContributor)
  properties: { principalId: appId, principalType: 'ServicePrincipal', roleDefinitionId: blobDataContributor }
}

resource operatorKeeps 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorId)) {
  scope: workbooks
  name: guid(workbooks.id, operatorId, blobDataContributor)
  properties: { principalId: operatorId, principalType: operatorType, roleDefinitionId: blobDataContributor }
}

// Keys are issued, and backups made and brought back, from a machine of the province.
resource operatorWrites 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorId)) {
  scope: table
  name: guid(table.id, operatorId, tableDataContributor)
  properties: { principalId: operatorId, principalType: operatorType, roleDefinitionId: tableDataContributor }
}

// Tables have no bin to take a deleted account out of.
resource keep 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: account
  name: 'keep-reports'
  properties: { level: 'CanNotDelete', notes: 'Reports of all agencies. Make a backup before this lock is taken away.' }
}

output tables string = 'https://${account.name}.table.${environment().suffixes.storage}'
output table string = table.name
