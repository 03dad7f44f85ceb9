import type { ICredentialDataDecryptedObject, IExecuteFunctions } from 'n8n-workflow';

import type { ActAs } from './actAs';
import { BotCaller } from './botCaller';
import type { Caller, LarkContext } from './caller';
import { LarkClient } from './client';
import { GroupBotCaller } from './groupBotCaller';
import type { RequestSettings } from './requestSettings';
import { UserCaller } from './userCaller';

type Reader = () => Promise<ICredentialDataDecryptedObject>;

interface CallerType {
	readonly credentialType: string;
	new (context: LarkContext, data: ICredentialDataDecryptedObject, stored: Reader): Caller;
}

const CALLERS: Record<ActAs, CallerType> = {
	bot: BotCaller,
	user: UserCaller,
	groupBot: GroupBotCaller,
};

const TOKENS = ['tenantAccessToken', 'expiresAt', 'issuedFor', 'oauthTokenData'];

/** What a person has entered in a credential: all but the tokens, which change while a node runs. */
const settingsOf = (data: ICredentialDataDecryptedObject): string =>
	JSON.stringify(Object.entries(data).filter(([name]) => !TOKENS.includes(name)));

/**
 * Reads the credential where it does not depend on an item: for an editor's picker, or for a trigger.
 *
 * @param settings by default those of a picker, for which a person waits
 */
export async function openClient(
	context: LarkContext,
	actAs: ActAs,
	settings?: RequestSettings,
): Promise<LarkClient> {
	const { credentialType } = CALLERS[actAs];
	const read: Reader = async () => await context.getCredentials(credentialType);
	return new LarkClient(context, new CALLERS[actAs](context, await read(), read), settings);
}

/**
 * Prepares the clients of one execution. A credential costs a query and a decryption to read: it is
 * read once for all items, unless an expression in it depends on the item. n8n refuses an expression
 * that looks at an item that does not exist, so one more reading, for the item after the last,
 * tells. Items with the same settings share a client, and so a token.
 *
 * @param settings how the requests of all clients are paced and repeated
 * @returns a function from an item's index to its client; it throws when the node has no credential,
 * or an expression in it fails for the item
 */
export async function openClients(
	context: IExecuteFunctions,
	actAs: ActAs,
	settings: RequestSettings,
): Promise<(itemIndex: number) => Promise<LarkClient>> {
	const CallerClass = CALLERS[actAs];
	const read = async (itemIndex: number) =>
		await context.getCredentials(CallerClass.credentialType, itemIndex);
	const clients = new Map<string, LarkClient>();
	const clientFor = async (itemIndex: number) => {
		const data = await read(itemIndex);
		const key = settingsOf(data);
		const client =
			clients.get(key) ??
			new LarkClient(
				context,
				new CallerClass(context, data, async () => await read(itemIndex)),
				settings,
			);
		clients.set(key, client);
		return client;
	};

	const count = context.getInputData().length;
	if (count === 0) return clientFor;
	try {
		const shared = await clientFor(0);
		const isShared = count === 1 || clients.has(settingsOf(await read(count)));
		return isShared ? async () => shared : clientFor;
	} catch {
		// An expression has failed for one of the two: it depends on the item, and each item says for itself.
		return clientFor;
	}
}
