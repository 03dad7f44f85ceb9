'use strict';

const { default: Runner } = require('jest-runner');

/**
 * Runs test files one after the other, and never beside another project that uses it: they share the
 * sandbox's port when SANDBOX_PORT fixes it. They run in one process that is replaced when it has grown
 * (`workerIdleMemoryLimit`). Unit tests keep jest's own runner and run in parallel.
 */
module.exports = class SerialRunner extends Runner {
	/**
	 * @param {import('@jest/types').Config.GlobalConfig} globalConfig
	 * @param {import('jest-runner').TestRunnerContext} context
	 */
	constructor(globalConfig, context) {
		super({ ...globalConfig, maxWorkers: 1 }, context);
	}
};
