import { namesCauseAndCure, withCredential, type Broken } from './set-ups/check-setup';

const BROKEN: Broken[] = [
	{
		broken: 'the Encrypt Key is another one',
		breaks: ({ sandbox }) => {
			sandbox.app.encryptKey = 'another key at Lark';
		},
		expected: [['encryption', 'missing', /Encrypt Key.* is not that of the app\. Copy/]],
	},
	{
		broken: 'the app has no Encrypt Key and the credential has one',
		breaks: ({ sandbox }) => {
			sandbox.app.encryptKey = '';
		},
		expected: [['encryption', 'missing', /the app has none.*publish a version/]],
	},
	{
		broken: 'the credential has no Encrypt Key and the app has one',
		breaks: (lark) => withCredential(lark, { encryptKey: '' }),
		expected: [['encryption', 'missing', /credential has no Encrypt Key\. Copy/]],
	},
	{
		broken: 'the Verification Token is another one',
		breaks: (lark) => withCredential(lark, { verificationToken: 'another' }),
		expected: [['encryption', 'missing', /Verification Token.* is not that of the app/]],
	},
	{
		broken: 'only the Verification Token proves events',
		breaks: (lark) => {
			lark.sandbox.app.encryptKey = '';
			withCredential(lark, { encryptKey: '' });
		},
		expected: [['encryption', 'warning', /neither encrypted nor signed.*Set an Encrypt Key/]],
	},
	{
		broken: 'the credential has no keys, and the app cannot read its own',
		breaks: (lark) => {
			lark.sandbox.app.console.showsSettings = false;
			withCredential(lark, { encryptKey: '', verificationToken: '' });
		},
		expected: [
			['callbacks', 'warning', /cannot read its callbacks/],
			['delivery', 'warning', /cannot read where its events go/],
			['encryption', 'missing', /neither an Encrypt Key nor.*cannot read its own.*Copy/],
		],
	},
	{
		broken: 'the credential has no keys, and the app has no Encrypt Key',
		breaks: (lark) => {
			lark.sandbox.app.encryptKey = '';
			withCredential(lark, { encryptKey: '', verificationToken: '' });
		},
		expected: [['encryption', 'warning', /neither encrypted nor signed.*then run Set Up/]],
	},
];

describe('App > Check Setup says the keys of credential and app, and', () => {
	namesCauseAndCure(BROKEN);
});
