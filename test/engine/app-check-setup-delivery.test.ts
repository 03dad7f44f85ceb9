import { namesCauseAndCure, type Broken } from './set-ups/check-setup';

const BROKEN: Broken[] = [
	{
		broken: 'there is no request URL',
		breaks: ({ sandbox }) => {
			sandbox.app.requestUrl = '';
		},
		expected: [
			['delivery', 'missing', /no request URL.*Production URL/],
			['callbackDelivery', 'missing', /no request URL.*Production URL/],
		],
	},
	{
		broken: 'the request URL is that of another server',
		breaks: ({ sandbox }) => {
			sandbox.app.requestUrl = 'https://other.example.com/hook';
		},
		expected: [
			['delivery', 'warning', /https:\/\/other\.example\.com, which is not.*n8n\.invalid/],
			['callbackDelivery', 'warning', /other\.example\.com/],
		],
	},
	{
		broken: 'callbacks alone go to another server',
		breaks: ({ sandbox }) => {
			const requestUrl = 'https://other.example.com/hook';
			sandbox.app.console.callbacks = { longConnection: false, requestUrl };
		},
		expected: [['callbackDelivery', 'warning', /Callbacks go to https:\/\/other\.example\.com/]],
	},
	{
		broken: 'events go over a long connection that nobody has opened',
		breaks: ({ sandbox }) => {
			sandbox.app.longConnection = true;
		},
		expected: [
			['delivery', 'missing', /none is open.*Lark Long Connection Trigger/],
			['callbackDelivery', 'missing', /none is open/],
		],
	},
	{
		broken: 'callbacks have no request URL',
		breaks: ({ sandbox }) => {
			sandbox.app.console.callbacks = { longConnection: false, requestUrl: '' };
		},
		expected: [['callbackDelivery', 'missing', /Callbacks have no request URL/]],
	},
	{
		broken: 'a test has left its URL, and the former one in it',
		breaks: ({ sandbox }) => {
			const former = encodeURIComponent('https://other.example.com/hook');
			const id = '0f0e0d0c-0b0a-4908-8706-050403020100';
			sandbox.app.requestUrl = `http://n8n.invalid/webhook-test/${id}/webhook?former=${former}`;
		},
		expected: [
			['delivery', 'missing', /a Test URL of this n8n.*saves its URL by itself/],
			['callbackDelivery', 'missing', /a Test URL of this n8n/],
		],
	},
	{
		broken: 'callbacks alone go over a long connection that nobody has opened',
		breaks: ({ sandbox }) => {
			sandbox.app.console.callbacks = { longConnection: true, requestUrl: '' };
		},
		expected: [['callbackDelivery', 'missing', /Callbacks go over the long connection.*none/]],
	},
];

describe('App > Check Setup says where events and callbacks go, and', () => {
	namesCauseAndCure(BROKEN);
});
