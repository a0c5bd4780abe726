// The function app on the Flex Consumption plan: Linux, .NET 10 isolated, one instance always ready for orchestrations.
param name string
param location string
param stamp string
param provinces string
param identityName string
param storageAccountName string
param packageContainerName string
param telemetryName string
param cosmosEndpoint string
param topicEndpoint string
param numberKeySecretUri string
param casesKeyUri string
param signingKeySecretUri string
param peers array
param sharedDataEndpoint string
param subscriptions array
param maximumInstanceCount int

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageAccountName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: telemetryName
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-${name}'
  location: location
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packageContainerName}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstanceCount
        instanceMemoryMB: 2048
        alwaysReady: [
          {
            name: 'durable'
            instanceCount: 1
          }
        ]
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
    }
  }
}

var webhooks = [
  for (subscription, i) in subscriptions: {
    'CrossRegion__Subscriptions__${i}__Name': subscription.name
    'CrossRegion__Subscriptions__${i}__Endpoint': subscription.endpoint
    'CrossRegion__Subscriptions__${i}__Types': subscription.types
    'CrossRegion__Subscriptions__${i}__Provinces': subscription.provinces
  }
]

var stamps = [
  for peer in peers: {
    'CrossRegion__Peers__${peer.province}__Endpoint': peer.endpoint
    'CrossRegion__Peers__${peer.province}__PublicKeys': peer.publicKeys
  }
]

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(
    {
      // The service URIs and not the account's name: only they are right in every cloud.
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identity.properties.clientId
      AzureWebJobsStorage__blobServiceUri: storage.properties.primaryEndpoints.blob
      AzureWebJobsStorage__queueServiceUri: storage.properties.primaryEndpoints.queue
      AzureWebJobsStorage__tableServiceUri: storage.properties.primaryEndpoints.table
      APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
      AZURE_CLIENT_ID: identity.properties.clientId
      CrossRegion__Stamp: stamp
      CrossRegion__Provinces: provinces
      CrossRegion__Store: 'Cosmos'
      CrossRegion__Cosmos__Endpoint: cosmosEndpoint
      CrossRegion__NumberKey: '@Microsoft.KeyVault(SecretUri=${numberKeySecretUri})'
      CrossRegion__Keys__VaultKey: casesKeyUri
      CrossRegion__Exchange__SigningKey: '@Microsoft.KeyVault(SecretUri=${signingKeySecretUri})'
      CrossRegion__SharedData__Endpoint: sharedDataEndpoint
      CrossRegion__EventGrid__TopicEndpoint: topicEndpoint
    },
    reduce(concat(webhooks, stamps), {}, (all, one) => union(all, one))
  )
}

output name string = app.name
output hostName string = app.properties.defaultHostName
