import type { Resource } from '../operation';
import { appCheckSetup } from './checkSetup.operation';
import { appGetOutboundIps } from './getOutboundIps.operation';
import { appSetUp } from './setUp.operation';

export const appResource: Resource = {
	name: 'App',
	value: 'app',
	operations: [appCheckSetup, appGetOutboundIps, appSetUp],
};
