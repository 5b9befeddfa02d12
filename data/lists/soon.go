package lists

import "context"

// soon returns the result of work, or the error of ctx as soon as that is done:
// libraries that open a file in one go look at no context, and a large one
// takes them seconds. Work that was left goes on, within its own bounds, and
// nothing waits for it. It must touch nothing that its caller goes on to use.
func soon[T any](ctx context.Context, work func() (T, error)) (T, error) {
	type result struct {
		value T
		err   error
		fault any
	}
	done := make(chan result, 1)
	go func() {
		var r result
		defer func() {
			r.fault = recover()
			done <- r
		}()
		r.value, r.err = work()
	}()
	select {
	case r := <-done:
		if r.fault != nil {
			panic(r.fault) // where the caller's guards are
		}
		return r.value, r.err
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}
