import type { LarkApp } from './discovery';
import { LongConnection, type Subscriber } from './longConnection';

/**
 * The connections of this process by app. Lark gives each event to one connection of an app, picked at
 * random, so two of them would take events from each other.
 *
 * @see event-subscription-guide, "Use long connection to receive events", cluster mode
 */
const connections = new Map<string, LongConnection>();

/**
 * Subscribes to the events of an app, over the connection that is open already or a new one.
 *
 * @returns a function that ends the subscription
 * @throws LarkFailure that says what is wrong with the credential or the network
 */
export async function subscribe(app: LarkApp, subscriber: Subscriber): Promise<() => void> {
	const key = `${app.baseUrl} ${app.appId}`;
	const open = connections.get(key);
	await open?.renew(app, subscriber.http);
	const existing = connections.get(key);
	if (existing) return await existing.add(subscriber);

	const connection: LongConnection = new LongConnection(app, subscriber, () => {
		if (connections.get(key) === connection) connections.delete(key);
	});
	connections.set(key, connection);
	return await connection.add(subscriber);
}
