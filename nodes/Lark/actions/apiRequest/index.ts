import type { Resource } from '../operation';
import { apiRequestRequest } from './request.operation';

export const apiRequestResource: Resource = {
	name: 'API Request',
	value: 'apiRequest',
	operations: [apiRequestRequest],
};
