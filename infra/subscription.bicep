// Leads incoming events from the stamp's topic to the app. To be deployed after the app's code: Event Grid asks for the function.
targetScope = 'resourceGroup'

@description('Output functionAppName of main.bicep.')
param functionAppName string

@description('Output topicName of main.bicep.')
param topicName string

@description('Output storageAccountName of main.bicep.')
param storageAccountName string

@description('Output identityName of main.bicep.')
param identityName string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: functionAppName
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: storageAccountName
}

resource topic 'Microsoft.EventGrid/topics@2022-06-15' existing = {
  name: topicName
}

resource incoming 'Microsoft.EventGrid/topics/eventSubscriptions@2022-06-15' = {
  parent: topic
  name: 'incoming'
  properties: {
    eventDeliverySchema: 'CloudEventSchemaV1_0'
    destination: {
      endpointType: 'AzureFunction'
      properties: {
        resourceId: '${app.id}/functions/ReceiveEventGridEvent'
        maxEventsPerBatch: 1
      }
    }
    filter: {
      includedEventTypes: [
        'gov.crossregion.application.submitted.v1'
        'gov.crossregion.application.supplemented.v1'
        'gov.crossregion.application.withdrawn.v1'
        'gov.crossregion.procedure.started.v1'
        'gov.crossregion.procedure.ended.v1'
        'gov.crossregion.extension.approved.v1'
        'gov.crossregion.review.decided.v1'
        'gov.crossregion.evaluation.submitted.v1'
      ]
    }
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
    deadLetterWithResourceIdentity: {
      identity: {
        type: 'UserAssigned'
        userAssignedIdentity: identity.id
      }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: storage.id
          blobContainerName: 'event-grid-dead-letters'
        }
      }
    }
  }
}
