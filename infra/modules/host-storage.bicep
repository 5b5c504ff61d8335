// What the Functions host needs for itself: the deployment package, and locks that keep a timer from running twice.
param location string
param tags object
param name string
param appId string

var blobDataOwner = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b')

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: blobs
  name: 'packages'
  properties: { publicAccess: 'None' }
}

// The host makes a container of its own for its locks, so that the role covers this account: it holds nothing else.
resource appOwns 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, appId, blobDataOwner)
  properties: { principalId: appId, principalType: 'ServicePrincipal', roleDefinitionId: blobDataOwner }
}

output name string = account.name
output packages string = '${account.properties.primaryEndpoints.blob}${packages.name}'
