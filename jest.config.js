module.exports = {
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	transform: { '^.+\\.tsx?$': ['ts-jest', { tsconfig: 'tsconfig.test.json' }] },
	testEnvironment: 'node',
	// Two cores are used whole: jest would leave one to a person at the machine.
	maxWorkers: '100%',
	// Copies of package.json elsewhere would collide by name.
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/e2e'],
	// A slow machine is no failure.
	testTimeout: 60_000,
	globalSetup: '<rootDir>/test/support/globalSetup.js',
	globalTeardown: '<rootDir>/test/support/globalTeardown.js',
};
