using 'main.bicep'

// Sichuan's stamp. Copy this file for another province.
param stamp = '51'
param location = 'chinanorth3'
param numberKey = readEnvironmentVariable('CROSSREGION_NUMBER_KEY')
param signingKey = readEnvironmentVariable('CROSSREGION_SIGNING_KEY')
param sharedDataEndpoint = 'https://shared-data.example.org'
param subscriptions = [
  {
    name: 'notice-gateway'
    endpoint: 'https://notices.example.org/events'
    types: '*'
    provinces: '51'
  }
]
param peers = [
  {
    province: '50'
    endpoint: 'https://crossregion-50.example.org'
    publicKeys: readEnvironmentVariable('CROSSREGION_PUBLIC_KEYS_50')
  }
]
