import type { IDataObject, Logger } from 'n8n-workflow';

import type { Subscriber } from '../../../nodes/LarkLongConnectionTrigger/connection/longConnection';
import type { LarkEvent } from '../../../nodes/shared/push/envelope';
import { httpRequest } from './n8n-http';

const silent = { warn: () => undefined } as unknown as Logger;

/** A subscriber that remembers the types of its events, and why it was left without a connection. */
export function listener(
	take: (event: LarkEvent) => Promise<IDataObject | undefined> = async () => undefined,
) {
	const events: string[] = [];
	const lost: Error[] = [];
	const subscriber: Subscriber = {
		http: httpRequest,
		logger: silent,
		onEvent: async (event) => {
			events.push(event.type);
			return await take(event);
		},
		onLost: (reason) => lost.push(reason),
	};
	return { events, lost, subscriber };
}
