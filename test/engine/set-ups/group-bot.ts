import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import { customBotCredential } from '../../../harness/sandbox-credential';
import type { Chat, CustomBot, Interceptor } from '../../../sandbox';
import { CredentialStore, type NodeGiven } from '../harness';
import type { LarkNode } from '../lark-node';
import { useGroup } from './group';

/** What the engine's tests of retries set: no waiting for the limits, few tries. */
export const QUICK = { pace: false, maxRetries: 3, maxRetryTime: 20 };

/** Connects the node to a sandbox whose first group has a custom bot, with short ways to send by it. */
export function useGroupBot() {
	let lark: LarkNode;
	let group: Chat;
	useGroup((setup) => ({ lark, group } = setup));

	/** Gives the node the credential of a bot, changed where needed. */
	const use = (bot: CustomBot, change: ICredentialDataDecryptedObject = {}) => {
		const credential = { ...customBotCredential(bot, lark.sandbox.url), ...change };
		lark.store = new CredentialStore({ larkGroupBotApi: credential });
	};

	/** Adds a bot to the group and gives the node its credential. */
	const useNew = (given: Partial<CustomBot>, change: ICredentialDataDecryptedObject = {}) => {
		const added = lark.sandbox.world.customBots.add({ chatId: group.chatId, ...given });
		use(added, change);
		return added;
	};

	const send = async (fields: IDataObject, given: Partial<NodeGiven> = {}) =>
		await lark.run(
			{
				resource: 'message',
				operation: 'send',
				authentication: 'groupBot',
				options: QUICK,
				...fields,
			} as INodeParameters,
			given,
		);

	/** What stands in the group, as it was sent. */
	const stored = () =>
		group.messages.map(({ msgType, sentContent }) => [
			msgType,
			JSON.parse(sentContent) as IDataObject,
		]);

	/** Replaces the response to the first requests. */
	const first = (count: number, fault: ReturnType<Interceptor>) => {
		let left = count;
		return lark.sandbox.intercept(() => (left-- > 0 ? fault : undefined));
	};

	return {
		get lark() {
			return lark;
		},
		get group() {
			return group;
		},
		/** The one that the group starts with; it signs. */
		get bot() {
			return lark.sandbox.world.customBots.list[0];
		},
		use,
		useNew,
		send,
		stored,
		first,
	};
}
