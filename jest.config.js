module.exports = {
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	transform: { '^.+\\.tsx?$': ['ts-jest', { tsconfig: 'tsconfig.test.json' }] },
	testEnvironment: 'node',
	// Copies of package.json elsewhere would collide by name.
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/e2e'],
	// A slow machine is no failure.
	testTimeout: 60_000,
	globalSetup: '<rootDir>/test/support/globalSetup.js',
	globalTeardown: '<rootDir>/test/support/globalTeardown.js',
};
