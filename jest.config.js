/** @param {string} floor */
const project = (floor) => ({
	displayName: floor,
	roots: [`<rootDir>/test/${floor}`],
	testEnvironment: 'node',
	transform: {
		'\\.(ts|js)$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
	},
});

/** @param {string} floor */
const serialProject = (floor) => ({
	...project(floor),
	runner: '<rootDir>/test/support/serial-runner.js',
});

/** @type {import('jest').Config} */
module.exports = {
	testTimeout: 60_000,
	maxWorkers: '100%',
	workerIdleMemoryLimit: '1GB',
	projects: [
		project('unit'),
		serialProject('engine'),
		{
			...serialProject('e2e'),
			globalSetup: '<rootDir>/test/e2e/harness/start.ts',
			globalTeardown: '<rootDir>/test/e2e/harness/stop.ts',
		},
		serialProject('browser'),
		serialProject('fuzz'),
		serialProject('faults'),
	],
};
