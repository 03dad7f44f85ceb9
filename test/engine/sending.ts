import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Chat, Message } from '../../sandbox';
import { byAddress, type LarkNode } from './lark-node';
import { useGroup } from './set-ups/group';

/** Connects the node to a sandbox for the tests of a describe block, with short ways to send to a group. */
export function useSending() {
	let lark: LarkNode;
	let group: Chat;
	useGroup((setup) => ({ lark, group } = setup));

	const send = async (msgType: string, fields: IDataObject, receiver = group.chatId) =>
		await lark.run({
			resource: 'message',
			operation: 'send',
			receiver: byAddress(receiver),
			msgType,
			...fields,
		} as INodeParameters);

	/** Sends and gives what the sandbox has stored, as it was sent. */
	const stored = async (msgType: string, fields: IDataObject) => {
		const { error } = await send(msgType, fields);
		expect(error).toBeUndefined();
		return group.messages.map(({ msgType: type, sentContent }: Message) => ({
			type,
			content: JSON.parse(sentContent) as IDataObject,
		}));
	};

	/** Expects an error that says what to do, and that nothing was sent. */
	const refused = async (msgType: string, fields: IDataObject, message: RegExp) => {
		const { error } = await send(msgType, fields);
		expect(error).toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(/\w/),
		});
		expect(lark.sandbox.requests).toEqual([]);
	};

	/** Puts something into the sandbox as if the app had uploaded it. */
	const uploaded = (key: string, kind: 'image' | 'file' | 'sticker', type: string) =>
		lark.sandbox.world.addResource({
			key,
			kind,
			type,
			owner: { type: 'app', appId: lark.sandbox.app.appId },
			fileName: 'upload.bin',
			contentType: 'application/octet-stream',
			bytes: Buffer.from('bytes'),
		}).key;

	return {
		get lark() {
			return lark;
		},
		get group() {
			return group;
		},
		send,
		stored,
		refused,
		uploaded,
	};
}
