import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { LarkFailure } from './failure';

/** The two brands of the platform: same paths, separate hosts, apps belong to one of them. */
const BRAND_HOSTS: Record<string, string> = {
	feishu: 'https://open.feishu.cn',
	lark: 'https://open.larksuite.com',
};

/** The addresses of both brands. */
export const BRAND_URLS: readonly string[] = Object.values(BRAND_HOSTS);

/** The other brand's name and the host it uses, for error texts; '' for a custom address. */
export function otherBrand(region: unknown): string {
	if (region === 'feishu') return 'Lark (open.larksuite.com)';
	if (region === 'lark') return 'Feishu (open.feishu.cn)';
	return '';
}

/** @returns an address without the slashes at its end */
export function withoutEndSlashes(address: string): string {
	let end = address.length;
	while (address[end - 1] === '/') end--;
	return address.slice(0, end);
}

/**
 * The address that a credential's requests go to.
 *
 * @returns scheme and host without a trailing slash
 * @throws LarkFailure when the credential is set to a custom base URL that is no http(s) URL, or has a password in it,
 * which would take the place of the token and be shown in errors
 * @see server-side-sdk, "Call the API": open.feishu.cn and open.larksuite.com
 */
export function baseUrlOf({ region, baseUrl }: ICredentialDataDecryptedObject): string {
	const brand = String(region);
	if (Object.hasOwn(BRAND_HOSTS, brand)) return BRAND_HOSTS[brand];
	const address = withoutEndSlashes(String(baseUrl).trim());
	if (!/^https?:\/\/[^\s/]+/.test(address)) {
		throw new LarkFailure(
			'The Base URL of the Lark credential is not a web address. It must start with https://, for example https://open.larksuite.com.',
		);
	}
	if (URL.canParse(address) && address.split('/')[2].includes('@')) {
		throw new LarkFailure(
			'The Base URL of the Lark credential has a user name or password in it, in whose place the token of Lark is sent. Enter the address without them.',
		);
	}
	return address;
}
