import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { MeasuredNode } from './node-runner';
import type { SandboxProcess } from './sandbox-process';

export interface MessageItem extends IDataObject {
	chat: string;
	/** The number of the message. */
	text: string;
}

/** Messages to many chats in turn: 1, 2, 3, ... 1, 2, 3, ... */
export const inTurn = ({ chats }: SandboxProcess, count: number): MessageItem[] =>
	Array.from({ length: count }, (_, i) => ({ chat: chats[i % chats.length], text: String(i) }));

/** Messages to some chats, those of one chat one behind the other: 1, 1, 1, ... 2, 2, 2, ... */
export const adjacent = ({ chats }: SandboxProcess, count: number, places: number): MessageItem[] =>
	Array.from({ length: count }, (_, i) => ({
		chat: chats[Math.floor((i * places) / count)],
		text: String(i),
	}));

/** The Lark node. */
export const larkNode = (options: INodeParameters = {}): MeasuredNode => ({
	type: 'n8n-nodes-lark-im.lark',
	typeVersion: 1,
	parameters: {
		resource: 'message',
		operation: 'send',
		receiver: { __rl: true, mode: 'address', value: '={{ $json.chat }}' },
		msgType: 'text',
		text: '={{ $json.text }}',
		options,
	},
});

/** n8n's HTTP Request node with the same credential. */
export const httpRequestNode = (
	{ url }: SandboxProcess,
	options: INodeParameters = {},
	settings: Partial<MeasuredNode> = {},
): MeasuredNode => ({
	type: 'n8n-nodes-base.httpRequest',
	typeVersion: 4.2,
	parameters: {
		method: 'POST',
		url: `${url}/open-apis/im/v1/messages?receive_id_type=chat_id`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: 'larkApi',
		sendBody: true,
		specifyBody: 'json',
		jsonBody:
			"={{ JSON.stringify({ receive_id: $json.chat, msg_type: 'text', content: JSON.stringify({ text: $json.text }) }) }}",
		options,
	},
	...settings,
});

/**
 * Sends with Node's own HTTP client (undici's fetch) alone, as the lower bound of the time.
 *
 * @returns how long it took, in ms
 */
export async function sendBare(
	{ url, appId, appSecret }: SandboxProcess,
	items: MessageItem[],
	atOnce: number,
): Promise<number> {
	const headers = { 'Content-Type': 'application/json; charset=utf-8' };
	const post = async (path: string, body: object, more = {}) => {
		const request = {
			method: 'POST',
			headers: { ...headers, ...more },
			body: JSON.stringify(body),
		};
		return (await (await fetch(`${url}/open-apis/${path}`, request)).json()) as IDataObject;
	};
	const start = performance.now();
	const login = { app_id: appId, app_secret: appSecret };
	const { tenant_access_token } = await post('auth/v3/tenant_access_token/internal', login);
	const Authorization = `Bearer ${String(tenant_access_token)}`;
	const rest = items.values();
	const sendRest = async () => {
		for (const { chat, text } of rest) {
			const body = { receive_id: chat, msg_type: 'text', content: JSON.stringify({ text }) };
			await post('im/v1/messages?receive_id_type=chat_id', body, { Authorization });
		}
	};
	await Promise.all(Array.from({ length: atOnce }, sendRest));
	return performance.now() - start;
}
