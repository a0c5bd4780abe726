// The vault; it keeps the key that application numbers are made with, the one that hand-overs are signed with, and the one that wraps the
// keys of applications. What is deleted can be recovered: without the first, the same application posted again would get another number;
// without the last, no case can be read.
param name string
param location string
param principalId string

@secure()
param numberKey string

@secure()
param signingKey string

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
var encryptionUser = 'e147488a-f6f5-4113-8e2d-b22465e65bf6' // Key Vault Crypto Service Encryption User: reads keys, wraps and unwraps

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
  }
}

resource numberKeySecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'number-key'
  properties: {
    value: numberKey
  }
}

// A new version wraps from its first hour on; the old ones unwrap as long as they are enabled, so none is to be deleted.
resource casesKey 'Microsoft.KeyVault/vaults/keys@2023-07-01' = {
  parent: vault
  name: 'cases'
  properties: {
    kty: 'RSA'
    keySize: 3072
    keyOps: [
      'wrapKey'
      'unwrapKey'
    ]
    rotationPolicy: {
      lifetimeActions: [
        {
          action: {
            type: 'rotate'
          }
          trigger: {
            timeAfterCreate: 'P1Y'
          }
        }
      ]
    }
  }
}

resource unwrapsKeys 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(casesKey.id, principalId, encryptionUser)
  scope: casesKey
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', encryptionUser)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource signingKeySecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'signing-key'
  properties: {
    value: signingKey
  }
}

resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

output casesKeyUri string = casesKey.properties.keyUri
output numberKeySecretUri string = numberKeySecret.properties.secretUri
output signingKeySecretUri string = signingKeySecret.properties.secretUri
