import { createHmac } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { valuesInPath } from './endpoint';
import { LarkFailure } from './failure';
import { BRAND_URLS, withoutEndSlashes } from './hosts';

/** The last part of a bot's address is its key. */
const KEY = /^[\w-]{8,}$/;

/** Says what is wrong with the address of a group bot, but not the address: whoever has it can write into the group. */
const refusal = (reason: string, more = '') =>
	new LarkFailure(
		`The Webhook URL of the Lark Group Bot API credential ${reason}. Copy it from the group: Settings > Bots > the custom bot. It starts with ${BRAND_URLS.map((url) => `${url}/open-apis/bot/v2/hook/`).join(' or ')}.${more}`,
	);

/** @throws LarkFailure for what is no web address */
function addressOf({ webhookUrl }: ICredentialDataDecryptedObject): URL {
	const address = String(webhookUrl ?? '').trim();
	if (address === '') throw refusal('is empty');
	if (!URL.canParse(address)) throw refusal('is not a web address');
	return new URL(address);
}

/**
 * Where the requests of a group bot go: to a brand's host, or below the Base URL of a gateway or
 * private deployment.
 *
 * @returns the address without /open-apis and what follows
 * @throws LarkFailure for the address of another host
 */
export function webhookBaseUrl(data: ICredentialDataDecryptedObject): string {
	const { href, host, origin } = addressOf(data);
	const entered = String(data.baseUrl ?? '').trim();
	const own = withoutEndSlashes(URL.canParse(entered) ? new URL(entered).href : entered);
	const known = own === '' ? BRAND_URLS : [own];
	const base = known.find((url) => href.startsWith(`${url}/`));
	if (base !== undefined) return base;
	// Base URL may have the whole Webhook URL by mistake, so it is not repeated.
	throw own === ''
		? refusal(
				`goes to ${host}, which is not a host of Lark or Feishu`,
				` If ${host} is your gateway or private deployment, enter ${origin} as Base URL.`,
			)
		: refusal('does not start with the Base URL, which is what it has before /open-apis');
}

/**
 * Takes out of a group bot's address what the path of its endpoint leaves open.
 *
 * @param template of the path
 * @throws LarkFailure for an address that is not one of this endpoint
 * @see client-docs/bot-v3/use-custom-bots-in-a-group
 */
export function webhookValues(
	data: ICredentialDataDecryptedObject,
	template: string,
): Record<string, string> {
	const base = webhookBaseUrl(data);
	const { origin, pathname } = addressOf(data);
	const values = valuesInPath(template, `${origin}${pathname}`.slice(base.length));
	if (values && Object.values(values).every((value) => KEY.test(value))) return values;
	throw refusal('is not the address of a custom bot');
}

/** What must be taken out of errors: the address, its key, and the signing secret. */
export function webhookSecrets({ webhookUrl, signingSecret }: ICredentialDataDecryptedObject) {
	const address = String(webhookUrl ?? '').trim();
	return [address, withoutEndSlashes(address).split('/').at(-1), signingSecret];
}

/**
 * Adds the signature to a body, where the bot asks for one. The text that is signed is empty: time and
 * secret are the key.
 *
 * @param nowMs Unix time; Lark takes a signature for an hour
 * @see client-docs/bot-v3/use-custom-bots-in-a-group, "Set signature verification"
 */
export function signedBody(
	body: IDataObject,
	{ signingSecret }: ICredentialDataDecryptedObject,
	nowMs: number,
): IDataObject {
	const secret = String(signingSecret ?? '').trim();
	if (secret === '') return body;
	const timestamp = String(Math.floor(nowMs / 1000));
	const sign = createHmac('sha256', `${timestamp}\n${secret}`).digest('base64');
	return { timestamp, sign, ...body };
}
