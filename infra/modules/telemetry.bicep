// Requests and errors, never bodies or keys: a line of the log names the agency, not a person; addresses of callers are masked.
param location string
param tags object
param token string
param appId string

var metricsPublisher = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '3913510d-42f4-4e42-8a64-420c390055eb')

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-phuluc-${token}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 90
    workspaceCapping: { dailyQuotaGb: 1 }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-phuluc-${token}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: logs.id
    DisableIpMasking: false
    DisableLocalAuth: true
    RetentionInDays: 90
  }
}

resource appReports 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, appId, metricsPublisher)
  properties: { principalId: appId, principalType: 'ServicePrincipal', roleDefinitionId: metricsPublisher }
}

output connection string = insights.properties.ConnectionString
