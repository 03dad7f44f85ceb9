import type { Resource } from '../operation';
import { getInfo } from './getInfo.operation';

export const bot: Resource = {
	name: 'Bot',
	value: 'bot',
	operations: [getInfo],
};
