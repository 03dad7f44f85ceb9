/** n8n's settings of its server, which a context leads to at run time. */
interface WithSettings {
	workflow?: {
		nodeTypes?: { loadNodesAndCredentials?: { globalConfig?: Partial<ServerSettings> } };
	};
}

interface ServerSettings {
	protocol: string;
	port: number;
	listen_address: string;
	ssl_key: string;
	ssl_cert: string;
	endpoints: { webhook?: unknown };
}

/** Stand for all addresses of the machine, this one included. */
const ANY_ADDRESS = ['', '::', '0.0.0.0'];

const hostOf = (address: string): string => {
	if (ANY_ADDRESS.includes(address)) return '127.0.0.1';
	return address.includes(':') ? `[${address}]` : address;
};

const settingsOf = (context: object): Partial<ServerSettings> =>
	(context as WithSettings).workflow?.nodeTypes?.loadNodesAndCredentials?.globalConfig ?? {};

/** n8n's name for the endpoint of published webhooks, unless its settings have another. */
export const DEFAULT_ENDPOINT = 'webhook';

/** The endpoint of published webhooks, without slashes around it, such as `webhook` or `hooks/live`. */
export function webhookEndpointOf(context: object): string {
	const { webhook } = settingsOf(context).endpoints ?? {};
	return typeof webhook === 'string' && webhook !== '' ? webhook : DEFAULT_ENDPOINT;
}

/**
 * The address at which the server of this very process listens, whatever its public one is.
 *
 * @returns the origin; undefined when this n8n does not tell
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/abstract-server.ts `init`
 */
export function ownServerOf(context: object): string | undefined {
	const { protocol, port, listen_address = '', ssl_key, ssl_cert } = settingsOf(context);
	if (typeof port !== 'number' || typeof listen_address !== 'string') return undefined;
	const scheme = protocol === 'https' && ssl_key && ssl_cert ? 'https' : 'http';
	const url = `${scheme}://${hostOf(listen_address)}:${port}`;
	return URL.canParse(url) ? new URL(url).origin : undefined;
}
