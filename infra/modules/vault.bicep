// Settings that nobody should read in the portal: passwords, addresses, who speaks for which agency.
param location string
param tags object
param name string
param appId string
@secure()
param entraSettings string
@secure()
param smtpSettings string
@secure()
param mailAddresses string

var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

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

resource entra 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(entraSettings)) {
  parent: vault
  name: 'entra'
  properties: { value: entraSettings, contentType: 'application/json' }
}

resource smtp 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(smtpSettings)) {
  parent: vault
  name: 'smtp'
  properties: { value: smtpSettings, contentType: 'application/json' }
}

resource mailTo 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (!empty(mailAddresses)) {
  parent: vault
  name: 'mail-to'
  properties: { value: mailAddresses, contentType: 'application/json' }
}

resource appReads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, appId, secretsUser)
  properties: { principalId: appId, principalType: 'ServicePrincipal', roleDefinitionId: secretsUser }
}

var place = '${vault.properties.vaultUri}secrets'

// A reference to a secret that is not there would reach the app as a text of its own and stop its start: only those that exist are named.
output references object = union(
  empty(entraSettings) ? {} : { PHULUC_ENTRA: '@Microsoft.KeyVault(SecretUri=${place}/entra/)' },
  empty(smtpSettings) ? {} : { PHULUC_SMTP: '@Microsoft.KeyVault(SecretUri=${place}/smtp/)' },
  empty(mailAddresses) ? {} : { PHULUC_MAIL_TO: '@Microsoft.KeyVault(SecretUri=${place}/mail-to/)' }
)
