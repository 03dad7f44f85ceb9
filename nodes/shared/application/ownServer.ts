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
}

/** Stand for all addresses of the machine, this one included. */
const ANY_ADDRESS = ['', '::', '0.0.0.0'];

const hostOf = (address: string): string => {
	if (ANY_ADDRESS.includes(address)) return '127.0.0.1';
	return address.includes(':') ? `[${address}]` : address;
};

/**
 * The address at which the server of this very process listens, whatever its public one is.
 *
 * @returns the origin; undefined when this n8n does not tell
 * @see https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/cli/src/abstract-server.ts `init`
 */
export function ownServerOf(context: object): string | undefined {
	const { workflow } = context as WithSettings;
	const settings = workflow?.nodeTypes?.loadNodesAndCredentials?.globalConfig ?? {};
	const { protocol, port, listen_address = '', ssl_key, ssl_cert } = settings;
	if (typeof port !== 'number' || typeof listen_address !== 'string') return undefined;
	const scheme = protocol === 'https' && ssl_key && ssl_cert ? 'https' : 'http';
	const url = `${scheme}://${hostOf(listen_address)}:${port}`;
	return URL.canParse(url) ? new URL(url).origin : undefined;
}
