import type { CustomBot, Sandbox } from '../sandbox';

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

/**
 * Data of a `larkGroupBotApi` credential for a custom bot of a sandbox.
 *
 * @param baseUrl of the sandbox
 */
export const customBotCredential = ({ hookId, secret, keywords }: CustomBot, baseUrl: string) => ({
	webhookUrl: `${baseUrl}/open-apis/bot/v2/hook/${hookId}`,
	signingSecret: secret,
	words: keywords.join(', '),
	baseUrl,
});
