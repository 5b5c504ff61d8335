targetScope = 'subscription'

@minLength(1)
@maxLength(32)
@description('Name of the environment; resources are told apart by it.')
param environmentName string

@description('Region. Where official data may be kept outside the country is for the province to decide first.')
param location string = 'southeastasia'

@description('The period that is opened first; empty: the first one of the plan.')
param period string = ''

@description('The file of another plan that `npm run build` put into the deployment package (PHULUC_PLAN); empty: the plan that comes with the program.')
param plan string = ''

@description('The same of its agencies (PHULUC_AGENCIES).')
param agencies string = ''

@description('Object id of whoever issues keys and makes backups from a machine of the province; empty: nobody but the app reaches the table.')
param operatorId string = ''

@allowed(['User', 'Group', 'ServicePrincipal'])
param operatorType string = 'User'

@description('Secrets that stand in the vault already, parted by commas: entra (PHULUC_ENTRA), smtp (PHULUC_SMTP), mail-to (PHULUC_MAIL_TO).')
param secrets string = ''

@description('ZRS keeps three copies in three zones of the region.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param dataRedundancy string = 'Standard_ZRS'

var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-phuluc-${environmentName}'
  location: location
  tags: tags
}

module service 'modules/service.bicep' = {
  name: 'service'
  scope: group
  params: {
    location: location
    tags: tags
    token: uniqueString(subscription().id, environmentName, location)
    period: period
    plan: plan
    agencies: agencies
    operatorId: operatorId
    operatorType: operatorType
    secrets: secrets
    dataRedundancy: dataRedundancy
  }
}

@description('Pages stand here, the API below /api. The add-in\'s manifest is made for it: `npm run manifest -- --base-url …`.')
output SERVICE_ADDRESS string = service.outputs.address
@description('For `phuluc keys` and `phuluc backup` on a machine of the province: PHULUC_STORAGE=tables and this PHULUC_TABLES.')
output PHULUC_TABLES string = service.outputs.tables
output VAULT_NAME string = service.outputs.vault
