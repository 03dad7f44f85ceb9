import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Chat, Message, User } from '../../../sandbox';
import { byAddress, byId, type LarkNode } from '../lark-node';

/** What the node is given, beside resource and operation. */
export interface Run {
	parameters: IDataObject;
	items?: INodeExecutionData[];
}

/** How an operation is run: successfully, and so that Lark refuses. */
export interface Scenario {
	/** Together they reach every endpoint of the operation; the plainest comes first. */
	works: Array<(prepared: Preparation) => Run | Promise<Run>>;
	refused?: (prepared: Preparation) => Run | Promise<Run>;
	/** The operation returns what Lark refuses as its result, instead of failing. */
	reports?: true;
	/** The code with which Lark refuses; none for an operation that asks Lark nothing. */
	code?: number;
}

/** The scenarios of a resource, by operation. */
export type Scenarios = Record<string, Scenario>;

/** A sandbox on which one run of one operation is prepared. */
export class Preparation {
	constructor(readonly lark: LarkNode) {}

	get world() {
		return this.lark.sandbox.world;
	}

	/** A group with the bot. */
	get group(): Chat {
		return this.world.chats[0];
	}

	/** A group without the bot. */
	get foreign(): Chat {
		return this.world.chats.find(({ bots }) => bots.length === 0)!;
	}

	/** A member of the group. */
	get alice(): User {
		return this.world.users[0];
	}

	/** The parameter Chat. */
	chat(chat = this.group) {
		return { chatId: byId(chat.chatId) };
	}

	/** The parameter Send To: the group unless told otherwise. */
	to(receiver = this.group.chatId) {
		return { receiver: byAddress(receiver) };
	}

	/** The field Mentions, with what has to be looked up. */
	mentions() {
		const people = [this.alice.email, this.alice.userId];
		return { mentions: { mention: people.map((person) => ({ person: byAddress(person) })) } };
	}

	/** The parameter Act As: the custom bot of the group. */
	asGroupBot() {
		return { authentication: 'groupBot' };
	}

	/** Makes the bot the owner of the group. */
	own(): Chat {
		this.group.ownerId = this.lark.sandbox.app.appId;
		return this.group;
	}

	/** Takes all scopes from the app. */
	withoutScopes(): this {
		this.lark.sandbox.app.scopes = [];
		return this;
	}

	/** Alice writes. */
	said(chat = this.group): Message {
		return this.lark.sandbox.say({ from: this.alice, chat: chat.chatId, text: 'Hi' });
	}

	/** Alice writes and recalls it. */
	recalled(): Message {
		const message = this.said();
		this.world.recall(message);
		return message;
	}

	/** The bot has sent a message, to the group unless told otherwise. */
	async sent(parameters: IDataObject = { text: 'Hi' }, receiver?: string): Promise<Message> {
		return this.world.message(await this.done('message', 'send', this.to(receiver), parameters))!;
	}

	/** The bot has sent a card. */
	async card(): Promise<Message> {
		return await this.sent({ msgType: 'interactive', cardTitle: 'Approve?' });
	}

	/** The bot has made a card entity, of which the text is `body`. */
	async cardEntity(parameters: IDataObject = {}): Promise<string> {
		const given = { cardBody: 'Hi', streaming: true, ...parameters };
		return await this.done('card', 'create', given);
	}

	/** A thread of which the first message is Alice's. */
	async thread(): Promise<Message> {
		const message = this.said();
		const { messageId } = message;
		const options = { reply_in_thread: true };
		await this.done('message', 'reply', { messageId, text: 'Yes', options });
		return message;
	}

	/**
	 * Runs another operation first.
	 *
	 * @returns the message_id in its output, else the card_id
	 */
	async done(resource: string, operation: string, ...parameters: IDataObject[]): Promise<string> {
		const { message_id, card_id } = await this.outputOf(resource, operation, ...parameters);
		return String(message_id ?? card_id);
	}

	/**
	 * Runs another operation first.
	 *
	 * @returns its first output
	 */
	async outputOf(resource: string, operation: string, ...parameters: IDataObject[]) {
		const { items, error } = await this.lark.run(
			Object.assign({ resource, operation }, ...parameters),
		);
		if (error) throw error;
		return items[0].json;
	}

	/** Something that the app has uploaded. */
	uploaded(key: string, kind: 'image' | 'file' = 'file'): string {
		return this.world.addResource({
			key,
			kind,
			type: kind === 'image' ? 'message' : 'stream',
			owner: { type: 'app', appId: this.lark.sandbox.app.appId },
			fileName: 'upload.bin',
			contentType: 'application/octet-stream',
			bytes: Buffer.from('bytes'),
		}).key;
	}
}
