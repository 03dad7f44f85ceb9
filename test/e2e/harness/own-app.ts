import { randomBytes } from 'node:crypto';

/** Keys of an app that no other test has, whose events an n8n that serves several tests would forward. */
export const ownApp = () => ({
	appId: `cli_${randomBytes(8).toString('hex')}`,
	encryptKey: randomBytes(16).toString('hex'),
	verificationToken: randomBytes(16).toString('hex'),
});
