import { createHmac } from 'node:crypto';
import { BlockList, isIPv4 } from 'node:net';

import { LarkError } from '../../../contract/lark-error';
import type { CustomBot } from '../../../world/custom-bots';

const HOUR_SECONDS = 3600;

/**
 * Checks a request against the security settings of a custom bot: addresses, signature, keywords.
 *
 * @param fields of the body
 * @param now Unix time in milliseconds
 * @throws LarkError 19022, 19021 or 19024
 * @see client-docs/bot-v3/use-custom-bots-in-a-group, "Add security settings for custom bots"
 */
export function assertSecurity(
	bot: CustomBot,
	fields: Record<string, unknown>,
	ip: string,
	now: number,
): void {
	if (bot.ipAllowList.length > 0 && !isAllowed(ip, bot.ipAllowList)) throw new LarkError(19022);
	if (bot.secret !== '' && !isSigned(bot.secret, fields, now)) throw new LarkError(19021);
	if (bot.keywords.length > 0 && !hasKeyword(bot.keywords, fields)) throw new LarkError(19024);
}

/** @param entries an address, one with a star at its end, or a network */
function isAllowed(ip: string, entries: string[]): boolean {
	const allowed = new BlockList();
	for (const entry of entries) {
		const [network, bits = '32'] = entry.replace(/\.\*$/, '.0/24').split('/');
		allowed.addSubnet(network, Number(bits), 'ipv4');
	}
	const address = ip.replace(/^::ffff:/, '');
	return isIPv4(address) && allowed.check(address);
}

function isSigned(secret: string, { timestamp, sign }: Record<string, unknown>, now: number) {
	if (typeof timestamp !== 'string' || Math.abs(now / 1000 - Number(timestamp)) > HOUR_SECONDS) {
		return false;
	}
	return sign === createHmac('sha256', `${timestamp}\n${secret}`).digest('base64');
}

function hasKeyword(keywords: string[], { content, card }: Record<string, unknown>): boolean {
	const texts = textsIn([content, card]);
	return keywords.some((keyword) => texts.some((text) => text.includes(keyword)));
}

function textsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
