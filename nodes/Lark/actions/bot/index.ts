import type { Resource } from '../operation';
import { botGetInfo } from './getInfo.operation';

export const botResource: Resource = {
	name: 'Bot',
	value: 'bot',
	operations: [botGetInfo],
};
