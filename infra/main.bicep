// One stamp of CrossRegion: a function app with a store, queues, a topic and a vault of its own, for one province.
// Everything is reached by the app's identity; no key but the one that application numbers are made with, and that is in the vault.
targetScope = 'resourceGroup'

@description('The province that the stamp speaks for: the first two digits of GB/T 2260.')
@minLength(2)
@maxLength(2)
param stamp string

@description('The provinces that the stamp serves, codes separated by commas; its own among them.')
param provinces string = stamp

@description('Where everything is. Personal data stay in the country (PIPL art. 36); the Flex Consumption plan has to be available there.')
param location string = resourceGroup().location

@description('Base64 of at least 32 random bytes. Application numbers are made with it: the same key for the whole life of the stamp.')
@secure()
param numberKey string

@description('The private key that the stamp signs hand-overs with: PKCS #8 in PEM, on P-256. Peers get its public half.')
@secure()
param signingKey string

@description('The stamps of other provinces: province, endpoint and publicKeys (PEM) of each.')
param peers array = []

@description('Base URL of the gateway to the providers of shared data.')
param sharedDataEndpoint string

@description('Who is told of events by webhook: name, endpoint, types and provinces (comma lists, or *).')
param subscriptions array = []

@description('How many instances the app may grow to.')
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int = 100

@description('Most request units per second of the container of cases, and as many of that of lists; each scales down to a tenth.')
@minValue(1000)
param maximumThroughput int = 4000

var name = 'crossregion-${stamp}'
var token = take(uniqueString(resourceGroup().id, stamp), 8)

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${name}'
  location: location
}

module telemetry 'modules/telemetry.bicep' = {
  name: 'telemetry'
  params: {
    name: name
    location: location
    principalId: identity.properties.principalId
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    accountName: 'stcr${stamp}${token}'
    location: location
    principalId: identity.properties.principalId
  }
}

module cases 'modules/cases.bicep' = {
  name: 'cases'
  params: {
    accountName: 'cosmos-${name}-${token}'
    location: location
    principalId: identity.properties.principalId
    maximumThroughput: maximumThroughput
  }
}

module topic 'modules/topic.bicep' = {
  name: 'topic'
  params: {
    name: 'evgt-${name}-${token}'
    location: location
    identityId: identity.id
    principalId: identity.properties.principalId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: 'kv-cr-${stamp}-${token}'
    location: location
    principalId: identity.properties.principalId
    numberKey: numberKey
    signingKey: signingKey
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: 'func-${name}-${token}'
    location: location
    stamp: stamp
    provinces: provinces
    identityName: identity.name
    storageAccountName: storage.outputs.accountName
    packageContainerName: storage.outputs.packageContainerName
    telemetryName: telemetry.outputs.name
    cosmosEndpoint: cases.outputs.endpoint
    topicEndpoint: topic.outputs.endpoint
    numberKeySecretUri: vault.outputs.numberKeySecretUri
    casesKeyUri: vault.outputs.casesKeyUri
    signingKeySecretUri: vault.outputs.signingKeySecretUri
    peers: peers
    sharedDataEndpoint: sharedDataEndpoint
    subscriptions: subscriptions
    maximumInstanceCount: maximumInstanceCount
  }
}

output functionAppName string = app.outputs.name
output hostName string = app.outputs.hostName
output topicName string = topic.outputs.name
output storageAccountName string = storage.outputs.accountName
output cosmosEndpoint string = cases.outputs.endpoint
output identityName string = identity.name
