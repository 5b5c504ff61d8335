// One resource group: the app, its identity, the data, its own working storage, secrets, telemetry.
param location string
param tags object
param token string
param period string
param plan string
param agencies string
param operatorId string
param operatorType string
param secrets string
param dataRedundancy string

var opened = empty(period) ? {} : { PHULUC_PERIOD: period }
// Where the build has put them (tools/packed-plan.mjs), whatever they are called where it ran.
var files = union(empty(plan) ? {} : { PHULUC_PLAN: 'own-plan/plan.json' }, empty(agencies) ? {} : { PHULUC_AGENCIES: 'own-plan/agencies.json' })

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-phuluc-${token}'
  location: location
  tags: tags
}

module data 'data.bicep' = {
  name: 'data'
  params: {
    location: location
    tags: tags
    name: 'stdata${token}'
    redundancy: dataRedundancy
    appId: identity.properties.principalId
    operatorId: operatorId
    operatorType: operatorType
  }
}

module hostStorage 'host-storage.bicep' = {
  name: 'host-storage'
  params: { location: location, tags: tags, name: 'sthost${token}', appId: identity.properties.principalId }
}

module vault 'vault.bicep' = {
  name: 'vault'
  params: {
    location: location
    tags: tags
    name: 'kv-${token}'
    appId: identity.properties.principalId
    operatorId: operatorId
    operatorType: operatorType
    secrets: secrets
  }
}

module telemetry 'telemetry.bicep' = {
  name: 'telemetry'
  params: { location: location, tags: tags, token: token, appId: identity.properties.principalId }
}

module app 'app.bicep' = {
  name: 'app'
  params: {
    location: location
    tags: tags
    token: token
    identityName: identity.name
    hostStorageName: hostStorage.outputs.name
    packages: hostStorage.outputs.packages
    telemetryConnection: telemetry.outputs.connection
    settings: union({ PHULUC_STORAGE: 'tables', PHULUC_TABLES: data.outputs.tables, PHULUC_TABLE: data.outputs.table }, opened, files, vault.outputs.references)
  }
}

output address string = app.outputs.address
output tables string = data.outputs.tables
output vault string = vault.outputs.name
