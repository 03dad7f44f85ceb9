import type { Resource } from '../operation';
import { request } from './request.operation';

export const apiRequest: Resource = {
	name: 'API Request',
	value: 'apiRequest',
	operations: [request],
};
