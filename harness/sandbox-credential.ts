import type { Sandbox } from '../sandbox';

/**
 * Data of a `larkApi` credential for the app of a sandbox.
 *
 * @param baseUrl address to call instead of the sandbox's own, for instance a proxy
 */
export const sandboxCredential = ({ app, url }: Pick<Sandbox, 'app' | 'url'>, baseUrl = url) => ({
	region: 'custom',
	baseUrl,
	appId: app.appId,
	appSecret: app.appSecret,
	verificationToken: app.verificationToken,
	encryptKey: app.encryptKey,
});
