import type { Recipe } from '../recipe';
import { hubSpotContacts, hubSpotDeals } from './hubspot';
import { sapSalesDocuments } from './sap';
import { shopifyCustomers, shopifyOrders } from './shopify';
import { stripeInvoices, stripePayments, stripeSubscriptions } from './stripe';
import { wooCommerceAnalytics, wooCommerceOrders } from './woocommerce';

/** Every system whose exports are known, one line each. */
export const RECIPES: readonly Recipe[] = [
  shopifyOrders,
  shopifyCustomers,
  wooCommerceOrders,
  wooCommerceAnalytics,
  stripePayments,
  stripeSubscriptions,
  stripeInvoices,
  hubSpotContacts,
  hubSpotDeals,
  sapSalesDocuments,
];
