import {
	discover,
	type HttpRequest,
} from '../../../nodes/LarkLongConnectionTrigger/connection/discovery';

const app = {
	baseUrl: 'https://open.feishu.cn',
	appId: 'cli_0123456789abcdef',
	appSecret: 'secret-of-the-app',
};

describe('asking for the address of a long connection', () => {
	it('shows no secret, even when the response repeats it', async () => {
		const http = (async () => ({
			statusCode: 400,
			headers: {},
			body: { code: 514, msg: `no access for ${JSON.stringify(app)}` },
		})) as unknown as HttpRequest;
		const refused = discover(http, app);
		await expect(refused).rejects.toThrow(/no access for .*\[redacted\]/);
		await expect(refused).rejects.not.toThrow(app.appSecret);
	});
});
