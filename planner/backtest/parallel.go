package backtest

import (
	"context"
	"sync"
)

// inParallel runs tasks on some workers and stops at the first error. Tasks
// write to places of their own, so that their order does not matter.
func inParallel(ctx context.Context, tasks []func(context.Context) error, workers int, progress func(done, total int)) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	var (
		wait  sync.WaitGroup
		lock  sync.Mutex
		first error
		done  int
		next  = make(chan func(context.Context) error)
	)
	for range workers {
		wait.Go(func() {
			for task := range next {
				err := ctx.Err()
				if err == nil {
					err = task(ctx)
				}
				lock.Lock()
				if err != nil && first == nil {
					first = err
					cancel()
				}
				done++
				if progress != nil && first == nil {
					progress(done, len(tasks))
				}
				lock.Unlock()
			}
		})
	}
	for _, task := range tasks {
		next <- task
	}
	close(next)
	wait.Wait()
	if first == nil {
		first = ctx.Err()
	}
	return first
}
