import type { Resource } from '../operation';
import { appCheckSetup } from './checkSetup.operation';
import { appSetUp } from './setUp.operation';

export const appResource: Resource = {
	name: 'App',
	value: 'app',
	operations: [appCheckSetup, appSetUp],
};
