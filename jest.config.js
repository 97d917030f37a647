/** Tests run on swc without type checks; `npm run types` checks them. */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: { '\\.[cm]?[jt]s$': ['@swc/jest', { module: { type: 'commonjs' } }] },
  // Published as ES modules only; jest needs them as CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!(temporal-polyfill|temporal-spec|temporal-utils)/)'],
}
