import type { Form } from '../write';
import { hubSpotDeals } from './hubspot';
import { sap } from './sap';
import { shopify } from './shopify';
import { stripeInvoices, stripePayments } from './stripe';
import { wooCommerce, wooCommerceAnalytics } from './woocommerce';

/** Forms of known systems, one line each. */
export const FORMS_OF_SYSTEMS: readonly Form[] = [
  shopify,
  wooCommerce,
  wooCommerceAnalytics,
  stripePayments,
  stripeInvoices,
  sap,
  hubSpotDeals,
];
