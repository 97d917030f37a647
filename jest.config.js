/** Tests run on swc without type checks; `npm run types` checks them. */
module.exports = {
  testEnvironment: 'node',
  // Only stops what hangs. How fast things are is measured in bench/, and a busy machine fails no test.
  testTimeout: 60_000,
  // By default jest leaves one processor free: of two, that is half.
  maxWorkers: '100%',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  transform: { '\\.[cm]?[jt]s$': ['@swc/jest', { module: { type: 'commonjs' } }] },
  // Published as ES modules only, or (MongoDB's driver) with an import() in them: jest needs them as CommonJS.
  transformIgnorePatterns: [
    '/node_modules/(?!((temporal-polyfill|temporal-spec|temporal-utils)/|mongodb/lib/runtime_adapters\\.js))',
  ],
}
