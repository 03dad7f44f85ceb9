import type { App, Chat, User } from '../world/types';
import type { World } from '../world/world';
import { documentedEvents } from './documented-event';
import { idsOf } from './identities';

interface Scene {
	app: App;
	chat?: Chat;
	user: User;
	world: World;
}

/**
 * The documented example of every event, but with a chat, a message and a person of this world.
 *
 * @returns the type and kind of each, and the fields of `event`
 */
export function examplesFor(scene: Scene) {
	return documentedEvents.map(({ type, kind, example }) => ({
		event_type: type,
		kind,
		event: inScene(example.event, scene) as object,
	}));
}

function inScene(node: unknown, scene: Scene, field = ''): unknown {
	if (Array.isArray(node)) return node.map((each) => inScene(each, scene, field));
	if (typeof node !== 'object' || node === null) return valueIn(field, scene) ?? node;
	const entries = Object.entries(node).map(([name, value]) => [name, inScene(value, scene, name)]);
	return Object.fromEntries(entries);
}

function valueIn(field: string, { app, chat, user, world }: Scene): string | undefined {
	const { open_id, union_id, user_id } = idsOf({ type: 'user', userId: user.userId }, app, world);
	const messageId = chat?.messages.at(-1)?.messageId;
	const values: Record<string, string | undefined> = {
		open_id,
		union_id,
		user_id,
		app_id: app.appId,
		tenant_key: world.tenantKey,
		operator_tenant_key: world.tenantKey,
		chat_id: chat?.chatId,
		open_chat_id: chat?.chatId,
		message_id: messageId,
		open_message_id: messageId,
		message_id_list: messageId,
		operator_type: 'user',
		operator_name: user.name,
	};
	return Object.hasOwn(values, field) ? values[field] : undefined;
}
