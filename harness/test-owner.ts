import type { Owner } from './n8n-server';

/** The owner of every n8n that is started for tests and benchmarks and removed afterwards. */
export const TEST_OWNER: Owner = {
	email: 'owner@example.com',
	password: 'Only-for-tests-1',
	firstName: 'Test',
	lastName: 'Owner',
};
