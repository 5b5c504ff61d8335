// Settings that nobody should read in the portal: passwords, addresses, who speaks for which agency.
param location string
param tags object
param name string
param appId string
param operatorId string
param operatorType string
@description('Names of the secrets that stand in the vault already, parted by commas: entra, smtp, mail-to.')
param secrets string

var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
var secretsOfficer = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7')

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource appReads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, appId, secretsUser)
  properties: { principalId: appId, principalType: 'ServicePrincipal', roleDefinitionId: secretsUser }
}

// Values are put in by hand (az keyvault secret set --file): they pass through no parameter and no file of azd.
resource operatorWrites 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorId)) {
  scope: vault
  name: guid(vault.id, operatorId, secretsOfficer)
  properties: { principalId: operatorId, principalType: operatorType, roleDefinitionId: secretsOfficer }
}

var place = '${vault.properties.vaultUri}secrets'
var named = split(secrets, ',')

// A reference to a secret that is not there would reach the app as a text of its own and stop its start: only those that exist are named.
output references object = union(
  contains(named, 'entra') ? { PHULUC_ENTRA: '@Microsoft.KeyVault(SecretUri=${place}/entra/)' } : {},
  contains(named, 'smtp') ? { PHULUC_SMTP: '@Microsoft.KeyVault(SecretUri=${place}/smtp/)' } : {},
  contains(named, 'mail-to') ? { PHULUC_MAIL_TO: '@Microsoft.KeyVault(SecretUri=${place}/mail-to/)' } : {}
)
output name string = vault.name
