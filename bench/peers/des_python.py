# SPDX-License-Identifier: GPL-3.0-or-later
# des_python.py LIB MODEL N : events/s in SimPy, Ciw, salabim for M/M/3 rho=.8 and 50-node tandem (2 servers each)
import sys,time,random
lib,model,N=sys.argv[1],sys.argv[2],int(sys.argv[3])
random.seed(1)
M=50; c=3 if model=='mmc' else 2; nodes=1 if model=='mmc' else M; lam=0.8*c; mu=1.0
def erlangC(c,a):
    s=0;t=1
    for k in range(c): s+=t; t*=a/(k+1)
    pc=t/(1-a/c); return pc/(s+pc)
W=1/mu+erlangC(c,lam)/(c*mu-lam)
if lib=='simpy':
    import simpy
    t0=time.process_time()
    env=simpy.Environment(); res=[simpy.Resource(env,c) for _ in range(nodes)]; T=[]
    cnt=[0]
    def cust(env):
        t=env.now
        for r in res:
            with r.request() as q:
                yield q
                yield env.timeout(random.expovariate(mu))
        T.append(env.now-t)
    def src(env):
        for i in range(N):
            yield env.timeout(random.expovariate(lam)); env.process(cust(env))
    env.process(src(env))
    env.run(); dt=time.process_time()-t0
    raw=env._eid.__next__()
    print(f"simpy {model} jobs={N} logical_events={N*(1+nodes)} time={dt:.2f}s logical_ev/s={N*(1+nodes)/dt:.0f} kernel_events={raw} kernel_ev/s={raw/dt:.0f} meanT={sum(T)/len(T):.4f} theory={nodes*W:.4f}")
elif lib=='ciw':
    import ciw
    t0=time.process_time()
    R=[[1.0 if j==i+1 else 0.0 for j in range(nodes)] for i in range(nodes)]
    net=ciw.create_network(arrival_distributions=[ciw.dists.Exponential(rate=lam)]+[None]*(nodes-1),service_distributions=[ciw.dists.Exponential(rate=mu)]*nodes,number_of_servers=[c]*nodes,routing=R)
    ciw.seed(1); Q=ciw.Simulation(net); Q.simulate_until_max_customers(N,method='Finish')
    dt=time.process_time()-t0
    recs=Q.get_all_records(); 
    d={}
    for r in recs: d.setdefault(r.id_number,[]).append(r)
    T=[max(x.exit_date for x in v)-min(x.arrival_date for x in v) for v in d.values() if len(v)==nodes]
    print(f"ciw {model} jobs={N} logical_events={N*(1+nodes)} time={dt:.2f}s logical_ev/s={N*(1+nodes)/dt:.0f} meanT={sum(T)/len(T):.4f} theory={nodes*W:.4f}")
elif lib=='salabim':
    import salabim as sim
    sim.yieldless(len(sys.argv)>4 and sys.argv[4]=='yl')
    yl=len(sys.argv)>4 and sys.argv[4]=='yl'
    t0=time.process_time(); env=sim.Environment(trace=False,random_seed=1); T=[]
    if yl:
        class Cust(sim.Component):
            def process(self):
                t=env.now()
                for r in res:
                    self.request(r); self.hold(random.expovariate(mu)); self.release(r)
                T.append(env.now()-t)
        class Src(sim.Component):
            def process(self):
                for i in range(N):
                    self.hold(random.expovariate(lam)); Cust()
    else:
        class Cust(sim.Component):
            def process(self):
                t=env.now()
                for r in res:
                    yield self.request(r); yield self.hold(random.expovariate(mu)); self.release(r)
                T.append(env.now()-t)
        class Src(sim.Component):
            def process(self):
                for i in range(N):
                    yield self.hold(random.expovariate(lam)); Cust()
    res=[sim.Resource(capacity=c) for _ in range(nodes)]
    Src(); env.run(); dt=time.process_time()-t0
    print(f"salabim{'(yieldless)' if yl else ''} {model} jobs={N} logical_events={N*(1+nodes)} time={dt:.2f}s logical_ev/s={N*(1+nodes)/dt:.0f} meanT={sum(T)/len(T):.4f} theory={nodes*W:.4f}")
