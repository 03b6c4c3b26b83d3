import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { NotFound } from '@/app/NotFound';
import { RouteError } from '@/app/RouteError';
import type { RouterContext } from '@/app/router';
import { Shell } from '@/app/Shell';

export const Route = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: () => (
    <Shell organization={null}>
      <NotFound />
    </Shell>
  ),
  errorComponent: (props) => (
    <Shell organization={null}>
      <RouteError {...props} />
    </Shell>
  ),
});
